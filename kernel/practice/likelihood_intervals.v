(** The equations of practice/likelihood-intervals, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** bernoulli-information: f62859c176dd90f4 *)
Theorem bernoulli_information
    (R : comUnitRingType)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (theta : R)
    (y : Random)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (theta : R) \is a GRing.unit)
    (unit_2 : ((1 + (- theta)) : R) \is a GRing.unit)
    (mean_of_y : E (y) = theta)
    (moment_of_y : E (y * y) = theta) :
  (E (((theta^-1 ^+ 2))%:A * (((1 + (- theta))^-1 ^+ 2))%:A * ((((- theta))%:A + y) ^+ 2))) = (theta^-1 * (1 + (- theta))^-1) :> R.
Proof. prove. Qed.

(** cramer-rao: 0b0d67fdd1869b1a *)
Theorem cramer_rao
    (R : comUnitRingType)
    (k : nat)
    (s : 'I_k -> R)
    (p : 'I_k -> R)
    (v : R)
    (m : R)
    (T : 'I_k -> R)
    (g : R)
    (I : R)
    (given : (\sum_(j < k) ((s j) * (p j))) = 0 :> R)
    (v_is : v = (\sum_(j_2 < k) ((((T j_2) + (- m)) ^+ 2) * (p j_2))))
    (g_is : g = (\sum_(j_3 < k) ((T j_3) * (s j_3) * (p j_3))))
    (I_is : I = (\sum_(j_4 < k) (((s j_4) ^+ 2) * (p j_4))))
    (unit : (I : R) \is a GRing.unit) :
  (v + (- ((g ^+ 2) * I^-1))) = (\sum_(j_5 < k) ((((T j_5) + (- m) + (- (g * I^-1 * (s j_5)))) ^+ 2) * (p j_5))) :> R.
Proof. prove. Qed.

(** delta-square: 4e15c4b879cb6ca2 *)
Theorem delta_square
    (R : comUnitRingType)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (b : R)
    (X : Random)
    (c : R)
    (mu : R)
    (v : R)
    (n : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (n : R) \is a GRing.unit)
    (mean_of_X : E (X) = mu)
    (moment_of_X : E (X * X) = ((mu ^+ 2) + (v * n^-1)))
    (moment_of_X_2 : E (X * X * X) = ((mu ^+ 3) + (3%:R * mu * v * n^-1)))
    (moment_of_X_3 : E (X * X * X * X) = ((mu ^+ 4) + (3%:R * (v ^+ 2) * (n^-1 ^+ 2)) + (6%:R * v * (mu ^+ 2) * n^-1))) :
  ((E ((((b)%:A * X) + ((c)%:A * (X ^+ 2))) ^+ 2)) + (- ((E (((b)%:A * X) + ((c)%:A * (X ^+ 2)))) ^+ 2))) = ((v * n^-1 * ((b + (2%:R * c * mu)) ^+ 2)) + (2%:R * (c ^+ 2) * (v ^+ 2) * (n^-1 ^+ 2))) :> R.
Proof. prove. Qed.

(** poisson-sandwich: 67930b9352fbd6c9 *)
Theorem poisson_sandwich
    (R : comUnitRingType)
    (n : nat)
    (lambda : R)
    (x : 'I_n -> R)
    (unit : (n%:R : R) \is a GRing.unit)
    (lambda_is : lambda = (n%:R^-1 * (\sum_(i_2 < n) (x i_2))))
    (unit_2 : (lambda : R) \is a GRing.unit)
    (unit_3 : ((\sum_(i_3 < n) ((lambda^-1 ^+ 2) * (x i_3))) : R) \is a GRing.unit) :
  (((\sum_(i < n) ((lambda^-1 ^+ 2) * (x i)))^-1 ^+ 2) * (\sum_(i_4 < n) (((lambda^-1 * (x i_4)) + (- 1)) ^+ 2))) = ((n%:R^-1 ^+ 2) * (\sum_(i_5 < n) (((x i_5) + (- lambda)) ^+ 2))) :> R.
Proof. prove. Qed.

(** sandwich-weights: 2dfb1b4c6ca58781 *)
Theorem sandwich_weights
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (w : 'I_n -> R)
    (epsilon : 'I_n -> Random)
    (sigma : 'I_n -> R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_epsilon : forall i_, E (epsilon i_) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ * epsilon j_) = 1 *+ (i_ == j_)) :
  ((E ((\sum_(i < n) (((w i))%:A * (epsilon i) * ((sigma i))%:A)) ^+ 2)) + (- ((E (\sum_(i_2 < n) (((w i_2))%:A * (epsilon i_2) * ((sigma i_2))%:A))) ^+ 2))) = (\sum_(i_3 < n) (((w i_3) ^+ 2) * ((sigma i_3) ^+ 2))) :> R.
Proof. prove. Qed.

Print Assumptions bernoulli_information.
Print Assumptions cramer_rao.
Print Assumptions delta_square.
Print Assumptions poisson_sandwich.
Print Assumptions sandwich_weights.
