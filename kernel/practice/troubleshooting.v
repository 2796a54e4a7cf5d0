(** The equations of practice/troubleshooting, proved by Coq's kernel for every size.

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

(** paired-difference-variance: 68ef4608ea5995c3 *)
Theorem paired_difference_variance
    (R : comUnitRingType)
    (n : nat)
    (rho : R)
    (sigma_A : R)
    (sigma_B : R)
    (unit : (n%:R : R) \is a GRing.unit) :
  ((n%:R^-1 ^+ 2) * (\sum_(j < n) \sum_(i < n) (((sigma_A ^+ 2) * (i == j)%:R) + ((sigma_B ^+ 2) * (i == j)%:R) + (- (2%:R * (rho * sigma_A * sigma_B * (i == j)%:R)))))) = (n%:R^-1 * ((sigma_A ^+ 2) + (sigma_B ^+ 2) + (- (2%:R * rho * sigma_A * sigma_B)))) :> R.
Proof. prove. Qed.

(** pairing-saves: 6b04637ca3f61891 *)
Theorem pairing_saves
    (R : comUnitRingType)
    (n : nat)
    (rho : R)
    (sigma : R)
    (unit : (n%:R : R) \is a GRing.unit) :
  ((n%:R^-1 ^+ 2) * (\sum_(j < n) \sum_(i < n) ((2%:R * ((sigma ^+ 2) * (i == j)%:R)) + (- (2%:R * (rho * (sigma ^+ 2) * (i == j)%:R)))))) = ((n%:R^-1 ^+ 2) * (1 + (- rho)) * (\sum_(j_2 < n) \sum_(i_2 < n) (2%:R * ((sigma ^+ 2) * (i_2 == j_2)%:R)))) :> R.
Proof. prove. Qed.

(** brier-decomposition: 6c66668825974fb6 *)
Theorem brier_decomposition
    (R : comUnitRingType)
    (K : nat)
    (w : 'I_K -> R)
    (f : 'I_K -> R)
    (r : 'I_K -> R)
    (r_bar : R)
    (sums_to_1 : \sum_(k_ < K) w k_ = 1)
    (r_bar_is : r_bar = (\sum_(k_3 < K) ((r k_3) * (w k_3)))) :
  (\sum_(k < K) (((((1 + (- (f k))) ^+ 2) * (r k)) + (((f k) ^+ 2) * (1 + (- (r k))))) * (w k))) = ((r_bar * (1 + (- r_bar))) + (\sum_(k_4 < K) ((((f k_4) + (- (r k_4))) ^+ 2) * (w k_4))) + (- (\sum_(k_2 < K) ((((r k_2) + (- r_bar)) ^+ 2) * (w k_2))))) :> R.
Proof. prove. Qed.

(** brier-within-bins: 6d80f5a6088800d4 *)
Theorem brier_within_bins
    (R : comUnitRingType)
    (K m : nat)
    (y : 'I_m -> 'I_K -> R)
    (f : 'I_m -> 'I_K -> R)
    (r_bar : R)
    (unit : (K%:R : R) \is a GRing.unit)
    (unit_2 : (m%:R : R) \is a GRing.unit)
    (r_bar_is : r_bar = (K%:R^-1 * (\sum_(k_2 < K) (m%:R^-1 * (\sum_(i_2 < m) (y i_2 k_2)))))) :
  (K%:R^-1 * m%:R^-1 * (\sum_(k < K) \sum_(i < m) (((f i k) + (- (y i k))) ^+ 2))) = ((K%:R^-1 * (\sum_(k_3 < K) ((((m%:R^-1 * (\sum_(i_4 < m) (f i_4 k_3))) + (- (m%:R^-1 * (\sum_(i_3 < m) (y i_3 k_3))))) ^+ 2) + (- (((m%:R^-1 * (\sum_(i_5 < m) (y i_5 k_3))) + (- r_bar)) ^+ 2))))) + (K%:R^-1 * m%:R^-1 * (\sum_(k_4 < K) \sum_(i_6 < m) (((f i_6 k_4) + (- (m%:R^-1 * (\sum_(i_7 < m) (f i_7 k_4))))) ^+ 2))) + (K%:R^-1 * m%:R^-1 * (\sum_(k_5 < K) \sum_(i_8 < m) ((y i_8 k_5) ^+ 2))) + (- (r_bar ^+ 2)) + (- (2%:R * K%:R^-1 * m%:R^-1 * (\sum_(k_6 < K) \sum_(i_9 < m) (((f i_9 k_6) + (- (m%:R^-1 * (\sum_(i_10 < m) (f i_10 k_6))))) * ((y i_9 k_6) + (- (m%:R^-1 * (\sum_(i_11 < m) (y i_11 k_6)))))))))) :> R.
Proof. prove. Qed.

(** change-in-two-parts: abca181b2a35b04d *)
Theorem change_in_two_parts
    (R : comUnitRingType)
    (K : nat)
    (e : 'I_K -> R)
    (p : 'I_K -> R)
    (f : 'I_K -> R)
    (q : 'I_K -> R)
    (unit : (2%:R : R) \is a GRing.unit) :
  ((\sum_(k_2 < K) ((f k_2) * (q k_2))) + (- (\sum_(k < K) ((e k) * (p k))))) = ((\sum_(k_3 < K) ((((1 / 2%:R) * (p k_3)) + ((1 / 2%:R) * (q k_3))) * ((f k_3) + (- (e k_3))))) + (\sum_(k_4 < K) ((1 / 2%:R) * ((q k_4) + (- (p k_4))) * ((e k_4) + (f k_4))))) :> R.
Proof. prove. Qed.

(** calibrated-brier-variance: 2a2e0c06a8cb7620 *)
Theorem calibrated_brier_variance
    (R : comUnitRingType)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (p : R)
    (y : Random)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_y : E (y) = p)
    (moment_of_y : E (y * y) = p)
    (moment_of_y_2 : E (y * y * y) = p)
    (moment_of_y_3 : E (y * y * y * y) = p) :
  ((E (((((- p))%:A + y) ^+ 2) ^+ 2)) + (- ((E ((((- p))%:A + y) ^+ 2)) ^+ 2))) = (p * ((1 + (- (2%:R * p))) ^+ 2) * (1 + (- p))) :> R.
Proof. prove. Qed.

(** entropy-decomposition: 9fe12a893b445cc4 *)
Theorem entropy_decomposition
    (R : comUnitRingType)
    (C K : nat)
    (w : 'I_K -> R)
    (r : 'I_K -> 'I_C -> R)
    (log : R -> R)
    (f : 'I_K -> 'I_C -> R)
    (unit : forall (c_3 : 'I_C), ((\sum_(k_5 < K) ((w k_5) * (r k_5 c_3))) : R) \is a GRing.unit)
    (unit_2 : forall (c_3 : 'I_C) (k_4 : 'I_K), ((r k_4 c_3) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (unit_3 : forall (c_4 : 'I_C) (k_8 : 'I_K), ((f k_8 c_4) : R) \is a GRing.unit) :
  (- (\sum_(c < C) \sum_(k < K) ((w k) * (r k c) * (log (f k c))))) = ((\sum_(c_4 < C) \sum_(k_8 < K) ((w k_8) * (r k_8 c_4) * (log ((f k_8 c_4)^-1 * (r k_8 c_4))))) + (- (\sum_(c_2 < C) ((\sum_(k_2 < K) ((w k_2) * (r k_2 c_2))) * (log (\sum_(k_3 < K) ((w k_3) * (r k_3 c_2))))))) + (- (\sum_(c_3 < C) \sum_(k_4 < K) ((w k_4) * (r k_4 c_3) * (log ((\sum_(k_6 < K) ((w k_6) * (r k_6 c_3)))^-1 * (r k_4 c_3))))))) :> R.
Proof. prove. Qed.

Print Assumptions paired_difference_variance.
Print Assumptions pairing_saves.
Print Assumptions brier_decomposition.
Print Assumptions brier_within_bins.
Print Assumptions change_in_two_parts.
Print Assumptions calibrated_brier_variance.
Print Assumptions entropy_decomposition.
